rem File: HKLM-SYSTEM-CurrentControlSet-Control-Print-Monitors.txt = *Monitors\Local Port*Driver*REG_SZ*localspl.dll*
reg add "HKLM\SYSTEM\CurrentControlSet\Control\Print\Monitors\Local Port" /v Driver /t REG_SZ /d localspl.dll /f >nul
