call :bundle_registry "HKLM\SYSTEM\CurrentControlSet\Control\Print\Monitors"
