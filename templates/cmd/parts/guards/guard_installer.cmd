:guard_installer
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress"
if not errorlevel 1 set "GUARD_CODE=14"& set "GUARD_TEXT=An installation is in progress."
exit /b 0
