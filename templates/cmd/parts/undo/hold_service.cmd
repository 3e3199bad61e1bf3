rem What depends on a service stops before it and is started again at the end. No plan line: undo reads those there are.
:hold_service name
call :service_state "%~1"
if not defined SERVICE_STATE exit /b 0
if "%SERVICE_STATE%"=="1" exit /b 0
rem Nobody could start a disabled one again.
call :service_start_type "%~1"
if "%START_TYPE%"=="disabled" exit /b 0
call :each_dependent hold_service "%~1"
"%SYS%\sc.exe" stop "%~1" >nul 2>&1
if "%errorlevel%"=="0" call :wait_for_state "%~1" 1 60
set "HELD_SERVICES=%~1 %HELD_SERVICES%"
exit /b 0
