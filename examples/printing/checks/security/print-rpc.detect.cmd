set "KEY=HKLM\SYSTEM\CurrentControlSet\Control\Print"
call :reg_value "%KEY%" "%~1"
set "EVIDENCE=RpcAuthnLevelPrivacyEnabled has a value that Windows does not know"
if defined VALUE if not "%VALUE%"=="0x0" if not "%VALUE%"=="0x1" exit /b 0
set "STATUS=OK"
set "EVIDENCE="
call :reg_is "%KEY%" "%~1" 0x0
if defined IS set "STATUS=PROBLEM"& set "EVIDENCE=RpcAuthnLevelPrivacyEnabled is 0"
