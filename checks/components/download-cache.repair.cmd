rem In this order none starts another one again: the orchestrator first, then those that it drives.
call :stop_service UsoSvc
call :stop_service DoSvc
call :stop_service wuauserv
call :stop_service bits
call :stop_service CryptSvc
call :set_aside "%SystemRoot%\SoftwareDistribution"
rem CryptSvc builds catroot2 anew. The folder catroot, without the 2, holds the catalogues and stays.
call :set_aside "%SystemRoot%\System32\catroot2"
call :restart_stopped_services
