rem Status: PROBLEM
rem Evidence: RpcAuthnLevelPrivacyEnabled is 0
reg add HKLM\SYSTEM\CurrentControlSet\Control\Print /v RpcAuthnLevelPrivacyEnabled /t REG_DWORD /d 0 /f >nul
