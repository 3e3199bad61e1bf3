rem Reasons not to change anything, looked for once, before the first change. Sets BLOCKED and RESULT.
:guard
if defined GUARDED exit /b 0
set "GUARDED=1"
set "GUARD_CODE="
set "GUARD_TEXT="
call :guard_management
call :guard_allowance
if not defined GUARD_CODE if defined PRODUCT_GUARD call :%PRODUCT_GUARD%
call :guard_allowance
if not defined GUARD_CODE call :guard_restart
if not defined GUARD_CODE call :guard_installer
if not defined GUARD_CODE call :guard_space
if not defined GUARD_CODE exit /b 0
set "BLOCKED=1"
set "RESULT=%GUARD_CODE%"
call :say "Nothing was changed: %GUARD_TEXT%"
exit /b 1

rem An administrator of the organisation that manages this PC has decided.
:guard_allowance
if not "%GUARD_CODE%"=="12" exit /b 0
if not defined ALLOW_MANAGED exit /b 0
call :say "Allowed although managed: %GUARD_TEXT%"
set "GUARD_CODE="
exit /b 0
