:undo_repair_tool tool before arguments
call :say "Not undone: %~1 %~3 (what a tool of Windows did cannot be taken back)."
exit /b 0
