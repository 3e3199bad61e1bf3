:note_undoable_run folder
if not "%~x1"=="" exit /b 0
set "PLANNED="
for /f "usebackq tokens=2 delims=|" %%s in ("%STATE%\runs\%~n1\journal.txt") do if "%%s"=="plan" set "PLANNED=1"
if defined PLANNED goto :note_run
exit /b 0
