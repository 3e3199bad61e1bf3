rem What Windows servicing keeps for the next start, in CAUSES; the one judge for guard and checks. The presence of a key
rem counts. Other programs queue renames all the time: those of servicing come from a folder of its own.
:restart_causes
set "CAUSES="
for %%n in (RebootPending RebootInProgress PackagesPending) do (
    set "CAUSE=Servicing %%n"
    call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\%%n"
    if not errorlevel 1 call :restart_cause
)
call :reg_value "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\SessionsPending" Exclusive
if defined VALUE if not "%VALUE%"=="0x0" set "CAUSE=Servicing session"& call :restart_cause
call :reg_value "HKLM\SOFTWARE\Microsoft\Updates" UpdateExeVolatile
if defined VALUE if not "%VALUE%"=="0x0" set "CAUSE=Update installer"& call :restart_cause
for %%n in (PendingFileRenameOperations PendingFileRenameOperations2) do (
    set "CAUSE=Servicing file renames"
    call :reg_value_holds "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager" %%n "\WinSxS\Temp\PendingRenames"
    if not errorlevel 1 call :restart_cause
)
exit /b 0
:restart_cause
set "CAUSES=%CAUSES%, %CAUSE%"
exit /b 0
