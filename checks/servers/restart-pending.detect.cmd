rem The keys themselves are the signs; they often hold neither values nor subkeys.
set "CAUSES="
set "UPDATE=HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate"
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing"
if errorlevel 1 set "EVIDENCE=the state of Windows servicing cannot be read"& exit /b 0
for %%n in (RebootPending RebootInProgress PackagesPending) do (
    set "CAUSE=Servicing %%n"
    call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\%%n"
    if not errorlevel 1 call :restart_cause
)
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\SessionsPending" Exclusive
if defined VALUE if not "%VALUE%"=="0x0" set "CAUSE=Servicing session"& call :restart_cause
call :reg_key "%UPDATE%\Auto Update\RebootRequired"
if not errorlevel 1 set "CAUSE=Windows Update RebootRequired"& call :restart_cause
rem The key Pending is always there: only a service inside it counts.
set "LISTED="
for /f "tokens=2 delims={" %%k in ('%SYS%\reg.exe query "%UPDATE%\Services\Pending" 2^>nul') do set "LISTED=1"
if defined LISTED set "CAUSE=Windows Update service registration"& call :restart_cause
call :reg_value "HKLM\SOFTWARE\Microsoft\Updates" UpdateExeVolatile
if defined VALUE if not "%VALUE%"=="0x0" set "CAUSE=Update installer"& call :restart_cause
rem Browsers, virus scanners and Office queue renames all the time. Those of Windows servicing come from a folder of
rem its own.
for %%n in (PendingFileRenameOperations PendingFileRenameOperations2) do (
    set "CAUSE=Servicing file renames"
    call :reg_value_holds "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager" %%n "\WinSxS\Temp\PendingRenames"
    if not errorlevel 1 call :restart_cause
)
set "STATUS=OK"
if defined CAUSES set "STATUS=PROBLEM"& set "EVIDENCE=%CAUSES:~2%, 0x80240016"
exit /b 0

:restart_cause
set "CAUSES=%CAUSES%, %CAUSE%"
