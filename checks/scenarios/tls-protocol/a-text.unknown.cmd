rem Evidence: the settings of TLS 1.2 are not numbers
reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client" /v Enabled /t REG_SZ /d 0 /f >nul
