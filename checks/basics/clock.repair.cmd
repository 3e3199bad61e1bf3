rem A step of a domain controller's clock reaches every member of the domain: a person decides that.
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Control\ProductOptions" ProductType
if /i "%VALUE%"=="LanmanNT" exit /b 0
rem Where synchronisation is switched off only setting the clock helps, which batch cannot do in every language.
call :reg_value "HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters" Type
if /i "%VALUE%"=="NoSync" exit /b 0
call :enable_service W32Time demand same
call :start_service W32Time
call :repair_tool w32tm "/resync /rediscover"
