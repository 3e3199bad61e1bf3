rem Dependent services go first, each with its own line in the journal, so that none stays stopped unseen.
:stop_service name
call :service_state "%~1"
if not defined SERVICE_STATE exit /b 0
if "%SERVICE_STATE%"=="1" exit /b 0
call :each_dependent stop_service "%~1"
if defined WHATIF call :say "Would be done: stop the service %~1"& exit /b 0
call :say "Stopping the service %~1"
call :journal_plan stop-service "%~1" running stopped
if errorlevel 1 exit /b 1
"%SYS%\sc.exe" stop "%~1" >nul 2>&1
set "CODE=%errorlevel%"
rem 1061: it is stopping already. 1062: it has stopped by itself.
if not "%CODE%"=="0" if not "%CODE%"=="1061" if not "%CODE%"=="1062" goto :stop_service_failed
call :wait_for_state "%~1" 1 60
if errorlevel 1 goto :stop_service_failed
call :journal_mark done
set "STOPPED_SERVICES=%~1 %STOPPED_SERVICES%"
exit /b 0
:stop_service_failed
call :fail "the service %~1 did not stop (sc stop: %CODE%)"
exit /b 1
