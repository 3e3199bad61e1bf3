:stop_dependent candidate
call :plain_text "%~1"
if errorlevel 1 exit /b 0
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\%~1"
if errorlevel 1 exit /b 0
goto :stop_service
