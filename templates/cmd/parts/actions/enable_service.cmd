rem Every start type but Disabled was chosen by Windows or by an administrator, and is left as it is.
:enable_service name type typeonserver2016
call :service_start_type "%~1"
if not "%START_TYPE%"=="disabled" exit /b 0
if "%~3"=="same" goto :set_service_start
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" InstallationType
if /i "%VALUE%"=="Client" goto :set_service_start
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" CurrentBuildNumber
if not "%VALUE%"=="14393" goto :set_service_start
call :set_service_start "%~1" "%~3"
exit /b 0
