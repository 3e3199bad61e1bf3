:service_start_type name
set "START_TYPE="
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\%~1" Start
if /i "%VALUE%"=="0x0" set "START_TYPE=boot"
if /i "%VALUE%"=="0x1" set "START_TYPE=system"
if /i "%VALUE%"=="0x2" set "START_TYPE=automatic"
if /i "%VALUE%"=="0x3" set "START_TYPE=demand"
if /i "%VALUE%"=="0x4" set "START_TYPE=disabled"
if not "%START_TYPE%"=="automatic" exit /b 0
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\%~1" DelayedAutostart
if /i "%VALUE%"=="0x1" set "START_TYPE=delayed-automatic"
exit /b 0
