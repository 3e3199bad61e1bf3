import type { WinePc } from './wine-pc.js';

/** Wine's sc.exe knows neither `config`, `enumdepend` nor `sdshow`: a stand-in does these, and passes the rest on. */
export function withServiceManager(pc: WinePc, body: () => void): void {
  placeServiceManager(pc);
  try {
    body();
  } finally {
    pc.withdraw('sc');
    pc.batch('ren C:\\windows\\system32\\sc-wine.exe sc.exe');
  }
}

/** The stand-in alone, for a PC that keeps it. */
export function placeServiceManager(pc: WinePc): void {
  pc.batch('ren C:\\windows\\system32\\sc.exe sc-wine.exe');
  pc.provide('sc', serviceManager);
}

const serviceManager = `@echo off
if "%~2"=="config" goto :config
if "%~2"=="enumdepend" goto :enumdepend
if "%~2"=="sdshow" goto :sdshow
if "%~2"=="sdset" goto :sdset
if exist "C:\\stand-in\\slow-%~2.txt" ping-wine -n 600 127.0.0.1 >nul
C:\\windows\\system32\\sc-wine.exe %2 %3
exit /b %errorlevel%
:enumdepend
if exist "C:\\stand-in\\dependents-%~3.txt" type "C:\\stand-in\\dependents-%~3.txt"
exit /b 0
:sdshow
if not exist C:\\stand-in\\security-%~3.txt echo [SC] OpenService FEHLER 5:
if not exist C:\\stand-in\\security-%~3.txt exit /b 5
echo.
type C:\\stand-in\\security-%~3.txt
exit /b 0
:sdset
rem A semicolon parts arguments of batch, but not those of a program.
set "GIVEN=%*"
set "GIVEN=%GIVEN:"=%"
for /f "tokens=3*" %%a in ("%GIVEN%") do >C:\\stand-in\\security-%%a.txt echo %%b
exit /b 0
:config
if exist C:\\stand-in\\refuse.txt exit /b 5
set "NUMBER=4"
if "%~5"=="demand" set "NUMBER=3"
if "%~5"=="auto" set "NUMBER=2"
reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\%~3 /v Start /t REG_DWORD /d %NUMBER% /f >nul
exit /b 0
`;
