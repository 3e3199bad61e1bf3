:set_service_start name type
call :service_start_type "%~1"
if not defined START_TYPE exit /b 0
if "%START_TYPE%"=="%~2" exit /b 0
if defined WHATIF call :say "Would be done: set the start type of %~1 from %START_TYPE% to %~2"& exit /b 0
call :say "Setting the start type of %~1 from %START_TYPE% to %~2"
call :journal_plan service-start-type "%~1" %START_TYPE% "%~2"
if errorlevel 1 exit /b 1
call :configure_service "%~1" "%~2"
if errorlevel 1 call :fail "the start type of %~1 did not change"& exit /b 1
call :journal_mark done
exit /b 0
