rem Whoever set these policies decides how this PC gets its updates. They are read here and never written.
set "POLICY=HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
if not errorlevel 1 set "GUARD_CODE=13"& set "GUARD_TEXT=Windows Update waits for a restart to finish what it has installed."
for /f "eol=| tokens=2 delims={" %%k in ('%SYS%\reg.exe query "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending" 2^>nul') do if not "%%k"=="" (set "GUARD_CODE=13"& set "GUARD_TEXT=Windows Update waits for a restart to finish what it has installed.")
call :reg_is "%POLICY%\AU" UseUpdateClassPolicySource 0x1
set "CLASSES="
if defined IS set "CLASSES=1"
for %%n in (Feature Quality Driver Other) do (
    call :reg_is "%POLICY%" SetPolicyDrivenUpdateSourceFor%%nUpdates 0x1
    if defined CLASSES if defined IS (set "GUARD_CODE=12"& set "GUARD_TEXT=policies of your organisation assign a server of its own to kinds of update (%%n).")
)
call :reg_is "%POLICY%" DisableWindowsUpdateAccess 0x1
if defined IS set "GUARD_CODE=12"& set "GUARD_TEXT=a policy of your organisation switches access to Windows Update off (DisableWindowsUpdateAccess)."
call :update_server
if defined USES_SERVER set "GUARD_CODE=12"& set "GUARD_TEXT=this PC gets its updates from a server of your organisation, by policy (UseWUServer or UpdateServiceUrl)."
