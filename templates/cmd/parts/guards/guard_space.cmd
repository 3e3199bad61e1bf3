rem Room for journals and for what Windows makes anew at once. A figure that cannot be read does not block.
:guard_space
call :free_megabytes "%SystemDrive%"
if errorlevel 1 exit /b 0
set /a ROOM=FREE_MEGABYTES
if %ROOM% geq 537 exit /b 0
set "GUARD_CODE=1"
set "GUARD_TEXT=drive %SystemDrive% has only %FREE_MEGABYTES% MB left."
exit /b 0
