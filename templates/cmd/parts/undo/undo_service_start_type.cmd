:undo_service_start_type name before
call :service_start_type "%~1"
if "%START_TYPE%"=="%~2" goto :undone
if defined WHATIF call :say "Would be done: set the start type of %~1 back to %~2"& exit /b 0
call :say "Setting the start type of %~1 back to %~2"
call :configure_service "%~1" "%~2"
if errorlevel 1 call :undo_failed "the start type of %~1 did not change"& exit /b 0
goto :undone
