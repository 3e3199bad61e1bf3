:guard_management
call :reg_key "HKLM\SYSTEM\CurrentControlSet\Services\CcmExec"
if not errorlevel 1 set "GUARD_CODE=12"& set "GUARD_TEXT=an organisation manages this PC through Configuration Manager."& exit /b 0
for /f "eol=| delims=" %%k in ('%SYS%\reg.exe query "HKLM\SOFTWARE\Microsoft\Enrollments" 2^>nul') do (
    set "KEY=%%k"
    call :guard_management_key
)
exit /b 0
:guard_management_key
set "KEY=%KEY:"=?%"
set "PART=%KEY:~0,19%"
if /i not "%PART%"=="HKEY_LOCAL_MACHINE\" exit /b 0
call :reg_value "%KEY%" EnrollmentState
if /i not "%VALUE%"=="0x1" exit /b 0
call :reg_value "%KEY%" ProviderID
if not defined VALUE exit /b 0
set "GUARD_CODE=12"
set "GUARD_TEXT=an organisation manages this PC through MDM."
exit /b 0
