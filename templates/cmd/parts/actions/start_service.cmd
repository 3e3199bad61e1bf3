:start_service name
call :service_state "%~1"
if not defined SERVICE_STATE exit /b 0
if "%SERVICE_STATE%"=="4" exit /b 0
if defined WHATIF call :say "Would be done: start the service %~1"& exit /b 0
call :say "Starting the service %~1"
call :journal_plan start-service "%~1" stopped running
if errorlevel 1 exit /b 1
"%SYS%\sc.exe" start "%~1" >nul 2>&1
set "CODE=%errorlevel%"
rem 1056: it runs already.
if not "%CODE%"=="0" if not "%CODE%"=="1056" goto :start_service_failed
call :wait_for_state "%~1" 4 30
if errorlevel 1 goto :start_service_failed
call :journal_mark done
exit /b 0
:start_service_failed
call :fail "the service %~1 did not start (sc start: %CODE%)"
exit /b 1
