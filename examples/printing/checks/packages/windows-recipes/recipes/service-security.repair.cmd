rem A list that lets SYSTEM and administrators in is left as it is, whatever it says beyond that.
call :service_security "%~1"
call :lost_service_rights
if not defined LOST exit /b 0
set "ENTRIES=%~2"
call :set_service_security "%~1" "D:%ENTRIES: =%"
