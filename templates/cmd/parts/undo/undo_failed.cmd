:undo_failed text
set "RESULT=20"
call :say "FAILED: %~1"
exit /b 0
