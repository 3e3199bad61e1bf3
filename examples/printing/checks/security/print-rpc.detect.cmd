set "STATUS=OK"
call :reg_is "HKLM\SYSTEM\CurrentControlSet\Control\Print" "%~1" 0x0
if not errorlevel 1 set "STATUS=PROBLEM"& set "EVIDENCE=RpcAuthnLevelPrivacyEnabled is 0"
