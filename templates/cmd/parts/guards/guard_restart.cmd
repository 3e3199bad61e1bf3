rem Windows servicing alone: other programs queue renames for the next start all the time.
:guard_restart
for %%n in (RebootPending RebootInProgress PackagesPending) do (
    call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\%%n"
    if not errorlevel 1 (set "GUARD_CODE=13"& set "GUARD_TEXT=Windows waits for a restart (Component Based Servicing, %%n).")
)
for %%n in (WinSxS servicing) do (
    call :reg_value_holds "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager" PendingFileRenameOperations "\%%n"
    if not errorlevel 1 (set "GUARD_CODE=13"& set "GUARD_TEXT=Windows waits for a restart (renames of Windows servicing).")
)
exit /b 0
