rem Makes a folder that was not there.
:new_folder folder
set "MADE="
md "%~1" 2>nul && set "MADE=1"
if not defined MADE exit /b 1
goto :no_link
