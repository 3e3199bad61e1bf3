:wait_for_state name wanted seconds
set "WAITED=0"
:wait_for_state_again
call :service_state "%~1"
if "%SERVICE_STATE%"=="%~2" exit /b 0
if "%WAITED%"=="%~3" exit /b 1
set /a WAITED+=1
call :wait_seconds 1
goto :wait_for_state_again
