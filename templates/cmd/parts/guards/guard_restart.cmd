rem Windows servicing alone: renames that other programs queue for the next start say nothing of it.
:guard_restart
for %%n in (RebootPending RebootInProgress PackagesPending) do (
    call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\%%n"
    if not errorlevel 1 set "GUARD_CODE=13"& set "GUARD_TEXT=Windows servicing waits for a restart (%%n)."
)
exit /b 0
