rem What Windows has built in the meantime is not lost either: it gets the next free number.
:undo_set_aside path before aside
if not exist "%~3" goto :undo_set_aside_absent
set "RESTORED="
if exist "%STATE%\runs\%RUN%\notes.txt" for /f "usebackq tokens=1,2" %%a in ("%STATE%\runs\%RUN%\notes.txt") do if "%%a %%b"=="restoring %ENTRY%" set "RESTORED=1"
if not defined ENTRY_DONE set "RESTORED=1"
if exist "%~1" if defined RESTORED goto :undone
call :undo_failed "not there any more: %~3, which held %~1"
exit /b 0
