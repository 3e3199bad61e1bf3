rem Evidence: UseWUServer is 1, but WUServer is not set, 0x80244011
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU /v UseWUServer /t REG_DWORD /d 1 /f >nul
