"""Time expressions and their dates, in pure Python: vocabulary, grammar, values and resolution kept apart.

The way of one text: words (`words`) -> atoms with a kind each (`atoms`) -> expressions that no calendar has seen yet
(`grammar`) -> readings with days (`resolve`) -> `nlp.model.TimeExpression` (`finder.find_times`).
"""
