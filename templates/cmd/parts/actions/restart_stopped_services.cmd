rem The last one stopped starts first. Those that did not run before are left alone.
:restart_stopped_services
for %%s in (%STOPPED_SERVICES%) do call :start_service "%%s"
set "STOPPED_SERVICES="
exit /b 0
