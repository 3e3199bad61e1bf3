:undo_start_service name
call :service_state "%~1"
if not defined SERVICE_STATE goto :undone
if "%SERVICE_STATE%"=="1" goto :undone
if defined WHATIF call :say "What if: stop the service %~1"& exit /b 0
"%SYS%\sc.exe" stop "%~1" >nul 2>&1
call :wait_for_state "%~1" 1 60
if errorlevel 1 call :undo_failed "the service %~1 did not stop"& exit /b 0
goto :undone
