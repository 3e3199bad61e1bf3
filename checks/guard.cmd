rem Whoever set these policies decides how this PC gets its updates. They are read here and never written.
set "POLICY=HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
if not errorlevel 1 set "GUARD_CODE=13"& set "GUARD_TEXT=Windows Update waits for a restart to finish what it has installed."
call :reg_value "%POLICY%\AU" UseUpdateClassPolicySource
set "CLASSES=%VALUE%"
for %%n in (Feature Quality Driver Other) do (
    call :reg_value "%POLICY%" SetPolicyDrivenUpdateSourceFor%%nUpdates
    set "KIND=%%n"& call :test_product_guard_class
)
call :reg_value "%POLICY%" DisableWindowsUpdateAccess
if /i "%VALUE%"=="0x1" set "GUARD_CODE=12"& set "GUARD_TEXT=a policy of your organisation switches access to Windows Update off (DisableWindowsUpdateAccess)."
call :reg_value "%POLICY%\AU" UseWUServer
if /i not "%VALUE%"=="0x1" exit /b 0
set "GUARD_CODE=12"
set "GUARD_TEXT=this PC gets its updates from a server of your organisation, by policy (UseWUServer)."
exit /b 0

:test_product_guard_class
if /i not "%CLASSES%"=="0x1" exit /b 0
if /i not "%VALUE%"=="0x1" exit /b 0
set "GUARD_CODE=12"
set "GUARD_TEXT=policies of your organisation assign a server of its own to kinds of update (%KIND%)."
