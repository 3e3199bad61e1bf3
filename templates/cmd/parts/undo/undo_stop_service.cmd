:undo_stop_service name
call :service_state "%~1"
if not defined SERVICE_STATE goto :undone
if "%SERVICE_STATE%"=="4" goto :undone
if defined WHATIF call :say "What if: start the service %~1"& exit /b 0
call :say "Starting the service %~1"
"%SYS%\sc.exe" start "%~1" >nul 2>&1
call :wait_for_state "%~1" 4 30
if errorlevel 1 call :undo_failed "the service %~1 did not start"& exit /b 0
goto :undone
