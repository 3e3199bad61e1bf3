:undo_hold_services
for /f "usebackq tokens=2-4 delims=|" %%a in ("%JOURNAL%") do (
    if "%%a|%%b"=="plan|stop-service" call :hold_service "%%c"
    if "%%a|%%b"=="plan|start-service" call :hold_service "%%c"
)
exit /b 0
