rem Status: PROBLEM
rem Evidence: Enabled is 0, 0x80072F8F
reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client" /v Enabled /t REG_DWORD /d 0 /f >nul
