rem A service ends as it was before the run touched it for the first time.
:undo_service_status name before
call set "FIRST=%%JOURNAL_FIRST_%~1%%"
if not "%FIRST%"=="%PLACE%" goto :undone
call :not_held "%~1"
call :service_state "%~1"
if not defined SERVICE_STATE call :undo_failed "there is no service %~1 any more"& exit /b 0
if "%~2"=="stopped" goto :undo_service_stop
if "%SERVICE_STATE%"=="4" goto :undone
if defined WHATIF call :say "Would be done: start the service %~1"& exit /b 0
call :say "Starting the service %~1"
"%SYS%\sc.exe" start "%~1" >nul 2>&1
call :wait_for_state "%~1" 4 30
if not errorlevel 1 goto :undone
call :undo_failed "the service %~1 did not start"
exit /b 0
:undo_service_stop
if "%SERVICE_STATE%"=="1" goto :undone
if defined WHATIF call :say "Would be done: stop the service %~1"& exit /b 0
call :say "Stopping the service %~1"
"%SYS%\sc.exe" stop "%~1" >nul 2>&1
call :wait_for_state "%~1" 1 60
if not errorlevel 1 goto :undone
call :undo_failed "the service %~1 did not stop"
exit /b 0

rem Takes a name from the list of services to be started at the end: the journal knows better.
:not_held name
set "STILL_HELD="
for %%s in (%HELD_SERVICES%) do if /i not "%%s"=="%~1" call set "STILL_HELD=%%STILL_HELD%% %%s"
set "HELD_SERVICES=%STILL_HELD%"
exit /b 0
