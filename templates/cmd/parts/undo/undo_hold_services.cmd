:undo_hold_services
for /l %%n in (1,1,%PLANS%) do call :undo_hold_planned %%n
exit /b 0
:undo_hold_planned place
call set "LINE=%%JOURNAL_PLAN_%~1%%"
for /f "eol=| tokens=3,4 delims=|" %%a in ("%LINE%") do (
    if "%%a"=="stop-service" call :hold_service "%%b"
    if "%%a"=="start-service" call :hold_service "%%b"
)
exit /b 0
