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
rem Windows names these keys itself; one that batch does not carry is somebody's work, and not to be passed over.
set "TEXT=%KEY%"
call :plain_text
if errorlevel 1 set "GUARD_CODE=12"& set "GUARD_TEXT=this PC is enrolled under a name that batch cannot read. Use %TWIN%."& exit /b 0
call :reg_value "%KEY%" EnrollmentState
if /i not "%VALUE%"=="0x1" exit /b 0
call :reg_value "%KEY%" ProviderID
if not defined VALUE exit /b 0
set "GUARD_CODE=12"
set "GUARD_TEXT=an organisation manages this PC through MDM."
exit /b 0
