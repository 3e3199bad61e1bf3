:undo_not_undoable target before after
call :say "Cannot be undone: what %~1 has changed (%~3)."
exit /b 0
