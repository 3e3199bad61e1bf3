rem What is set aside needs no space; what Windows fetches again does. An unreadable figure does not block.
:guard_space
call :free_megabytes "%SystemDrive%"
if errorlevel 1 exit /b 0
if %FREE_MEGABYTES% geq 1000 exit /b 0
set "GUARD_CODE=1"
set "GUARD_TEXT=There are only %FREE_MEGABYTES% MB free on %SystemDrive%."
exit /b 0
