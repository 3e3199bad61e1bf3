:undo_entry number how target before after
set "ENTRY=%~1"
call set "MARK=%%JOURNAL_MARK_%~1%%"
if "%MARK%"=="undone" exit /b 0
call :undo_%~2 "%~3" "%~4" "%~5"
exit /b 0
