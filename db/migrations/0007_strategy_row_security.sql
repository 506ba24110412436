-- The tables of strategy came with the migration before. What is only added to may be read and added to, no more.
select plumbline_protect('objectives'),
  plumbline_protect('key_results'),
  plumbline_protect('strategy_links'),
  plumbline_protect('initiatives'),
  plumbline_protect('objective_decisions', 'select, insert'),
  plumbline_protect('measurements', 'select, insert'),
  plumbline_protect('funding_requests', 'select, insert'),
  plumbline_protect('funding_decisions', 'select, insert'),
  plumbline_protect('spendings', 'select, insert');
