:undo_service_security name before
call :service_security "%~1"
if "%SECURITY%"=="%~2" goto :undone
if defined WHATIF call :say "Would be done: give the service %~1 its access list back: %~2"& exit /b 0
call :say "Giving the service %~1 its access list back"
"%SYS%\sc.exe" sdset "%~1" "%~2" >nul 2>&1
call :service_security "%~1"
if "%SECURITY%"=="%~2" goto :undone
call :undo_failed "the access list of %~1 did not change"
exit /b 0
