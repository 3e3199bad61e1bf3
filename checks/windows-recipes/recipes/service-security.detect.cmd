call :service_security "%~1"
set "EVIDENCE=the access list of %~1 cannot be read"
if not defined SECURITY exit /b 0
call :lost_service_rights
set "EVIDENCE=the access list of %~1 is one that only %TWIN% judges"
if not defined JUDGED exit /b 0
set "STATUS=OK"
set "EVIDENCE="
if defined LOST set "STATUS=PROBLEM"& set "EVIDENCE=%~1 keeps out:%LOST%, 0x80070005"
