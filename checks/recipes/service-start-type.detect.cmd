rem Windows moves these services between manual and automatic by itself, and starts and stops them by trigger. So only
rem Disabled is a fault, and whether a service runs at this moment says nothing.
set "SERVICE=%~1"
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\%%SERVICE%%"
if errorlevel 1 set "STATUS=PROBLEM"& set "EVIDENCE=%SERVICE% is not installed"& exit /b 0
call :service_start_type "%%SERVICE%%"
set "EVIDENCE=%SERVICE% is %START_TYPE%"
if not defined START_TYPE set "EVIDENCE=the start type of %SERVICE% cannot be read"& exit /b 0
set "STATUS=OK"
if "%START_TYPE%"=="disabled" set "STATUS=PROBLEM"& set "EVIDENCE=%SERVICE% is disabled, 0x80070422"
