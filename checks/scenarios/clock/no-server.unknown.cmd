rem Evidence: no time server is set
reg delete HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters /v NtpServer /f >nul
