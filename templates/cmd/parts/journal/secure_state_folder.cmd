rem Nobody but administrators may write where an elevated script does. BASE is made where users can make nothing, in
rem CLOSED, and gets to its place by one move, closed already. What stands at its place is ours when the seal in CLOSED has
rem that very place as its second name: nobody else can give a file of CLOSED a name.
:secure_state_folder
set "BASE=%ProgramData%\Mendsheet"
call :closed_path
if errorlevel 1 goto :secure_state_folder_failed
if exist "%BASE%" goto :trust_state_folder
call :make_state_folder
if errorlevel 1 goto :secure_state_folder_failed
goto :trust_state_folder
:secure_state_folder_failed
call :say "The folder for journals cannot be made safe: %BASE%"
exit /b 1
