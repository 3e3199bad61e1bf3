rem What ran before the run holds its folders again by now.
:undo_hold_service name
if defined WHATIF exit /b 0
call :service_state "%~1"
if not defined SERVICE_STATE exit /b 0
if "%SERVICE_STATE%"=="1" exit /b 0
"%SYS%\sc.exe" stop "%~1" >nul 2>&1
call :wait_for_state "%~1" 1 60
exit /b 0
